"""Stories beside figures and pilots: told by people, never counted."""
