"""juesuan on Apache Spark: PDFs from wherever Spark reads, the dataset's tables as Parquet."""
