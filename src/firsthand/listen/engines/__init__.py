"""Where the batches of the pipeline run."""
