DROP TABLE release_events;
