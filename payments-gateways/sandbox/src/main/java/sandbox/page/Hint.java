package sandbox.page;

/**
 * Something to type on a page of a simulator.
 *
 * @param effect what comes of it, as the end of a text's key
 */
public record Hint(String value, String effect) {}
