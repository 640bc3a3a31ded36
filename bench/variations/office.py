"""Variations by LibreOffice, from files that openpyxl and python-docx write."""
import shutil
import subprocess
import tempfile

from pages import find_pages

if not shutil.which("soffice"):
    raise ImportError("no soffice")

FILES_AT_ONCE = 25      # a conversion of all files takes soffice too much memory


def convert(sources, folder):
    """All files of a folder to PDF, with a profile of its own: nobody's settings count."""
    files = sorted(str(path) for path in sources.iterdir() if path.suffix in (".xlsx", ".docx"))
    with tempfile.TemporaryDirectory() as profile:
        for start in range(0, len(files), FILES_AT_ONCE):
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{profile}",
                       "--convert-to", "pdf", "--outdir", str(folder)]
            subprocess.run(command + files[start:start + FILES_AT_ONCE], capture_output=True,
                           check=True, timeout=300)


def later(case, tables):
    """What remains to be done for a case when its file has been converted."""
    def finish():
        find_pages(case.pdf, tables)
        case.write_truth(tables)
    return finish


# these register their variations and use what is above
import documents  # noqa: E402,F401
import sheets  # noqa: E402,F401
