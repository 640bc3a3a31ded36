"""The variations drawn with ReportLab, a module an idea; importing them registers them."""
