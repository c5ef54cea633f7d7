"""Drafts, revisions, approvals, publishing."""
