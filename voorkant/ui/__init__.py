"""The app's own rooms: the shell around Streamlit, access, the cache, the controls and the parts of pages."""
