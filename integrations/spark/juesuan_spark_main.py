"""For spark-submit, which takes a file: the package comes with --py-files or is installed."""
from juesuan_spark.__main__ import main

main()
