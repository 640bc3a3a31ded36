"""Order, twins and names: as the batch on one machine has them."""
import unittest

from juesuan_spark import plan


class PlanTests(unittest.TestCase):
    def test_folders_stand_among_files_by_name(self) -> None:
        paths = ["r/b.pdf", "r/a/z.pdf", "r/a.pdf", "r/中.pdf", "r/B.pdf", "r/a/b/c.pdf"]
        ordered = sorted(paths, key=lambda path: plan.order(path, ["r"]))
        self.assertEqual(ordered, [
            "r/B.pdf", "r/a/b/c.pdf", "r/a/z.pdf", "r/a.pdf", "r/b.pdf", "r/中.pdf"])

    def test_arguments_come_in_their_order(self) -> None:
        paths = ["s:/a/x.pdf", "s:/b/x.pdf", "s:/ab/x.pdf"]
        ordered = sorted(paths, key=lambda path: plan.order(path, ["s:/b", "s:/a"]))
        self.assertEqual(ordered, ["s:/b/x.pdf", "s:/a/x.pdf", "s:/ab/x.pdf"])

    def test_the_first_name_of_a_document_counts(self) -> None:
        pairs = [("a", "1"), ("b", "2"), ("c", "1"), ("d", "3")]
        self.assertEqual(plan.first_names(pairs, {"3"}), [("a", "1"), ("b", "2")])

    def test_the_first_document_of_a_name_has_it(self) -> None:
        one, two, three = "1" * 64, "2" * 64, "3" * 64
        self.assertEqual(
            plan.folders([(one, "a"), (two, "a"), (three, "b")], {"b", "c"}),
            {one: "a", two: "a~22222222", three: "b~33333333"})

    def test_nothing_in_a_path_is_a_pattern(self) -> None:
        self.assertEqual(plan.literal("a/[x]{y}*?\\.pdf"), r"a/\[x\]\{y\}\*\?\\.pdf")

    def test_parts(self) -> None:
        self.assertEqual(list(plan.in_parts([1, 2, 3], 2)), [[1, 2], [3]])
        self.assertEqual(list(plan.in_parts([], 2)), [])

    def test_what_spark_takes_for_its_own(self) -> None:
        self.assertTrue(plan.is_passed_over("f/_x.pdf"))
        self.assertFalse(plan.is_passed_over("_f/x.pdf"))


if __name__ == "__main__":
    unittest.main()
