package sandbox.webhook;

/** The messages about one checkout, which travel one after the other. */
record Lane(String gateway, String subject) {}
