"""The entry: ``streamlit run app.py`` serves the frame from the very first request, deep links included.

The frame lies in ``outcomes/ui/main.py``: a script with no ``pages`` folder beside it, so that no page can ever be
run around it. Middleware (headers, identity) takes its place here.
"""

import streamlit as st

app = st.App("outcomes/ui/main.py", middleware=[])
