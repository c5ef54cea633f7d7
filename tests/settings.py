"""The desk's settings, in a home of the tests' own and with quick passwords."""

import atexit
import os
import shutil
import tempfile

if "FIRSTHAND_TEST_HOME" not in os.environ:
    os.environ["FIRSTHAND_TEST_HOME"] = tempfile.mkdtemp(prefix="firsthand-tests-")
    atexit.register(shutil.rmtree, os.environ["FIRSTHAND_TEST_HOME"], ignore_errors=True)
os.environ["FIRSTHAND_HOME"] = os.environ["FIRSTHAND_TEST_HOME"]

from firsthand.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
