"""The only Streamlit in the package: choices in, exhibits out to the screen."""
