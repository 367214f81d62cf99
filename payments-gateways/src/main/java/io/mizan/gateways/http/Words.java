package io.mizan.gateways.http;

import io.mizan.secrets.CardNumbers;
import java.util.regex.Pattern;

/**
 * Short words of a provider's, cut to what our rows and logs take, and of ours, cut to what a provider takes. Codes and
 * statuses are meant to be words; should a provider ever put a card number, an e-mail address or a secret into one, it goes no
 * further (invariant 12).
 */
public final class Words {
    private static final String REMOVED = "removed";
    private static final int LONGEST = 100;
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]++@[^\\s@<>]++");

    /** Letters and digits in a row that nobody would make up as a name for something; ids with dashes are none. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<![A-Za-z0-9])(?=[A-Za-z]*+[0-9])(?=[0-9]*+[A-Za-z])[A-Za-z0-9]{24,}+");

    private Words() {}

    /**
     * At most 100 characters, the rest cut off, of those that ASCII can print: a message that a column does not take would
     * be refused, and sent again, for ever.
     */
    public static String kept(String word) {
        if (CardNumbers.isIn(word)) {
            return REMOVED;
        }
        var withoutAddress = ADDRESS.matcher(word).replaceAll(REMOVED);
        return name(TOKEN.matcher(withoutAddress).replaceAll(REMOVED));
    }

    /** As {@link #kept}, of an id or a key: whatever is in it, it tells one thing from another. */
    public static String name(String id) {
        var cut = id.length() <= LONGEST ? id : id.substring(0, LONGEST);
        return NOT_PRINTABLE.matcher(cut).replaceAll("?");
    }

    /**
     * What a provider's page calls something: at most so many code points, and never empty, which some refuse.
     */
    public static String labelling(String description, int longest) {
        var name = description.strip();
        if (name.isEmpty()) {
            return "-";
        }
        return name.codePointCount(0, name.length()) <= longest
                ? name
                : name.substring(0, name.offsetByCodePoints(0, longest));
    }

    /** One word without anything that could forge a line of a log. */
    public static String forLog(String word) {
        return inOneWord(kept(word));
    }

    /** As {@link #forLog}, of an id. */
    public static String nameForLog(String id) {
        return inOneWord(name(id));
    }

    private static String inOneWord(String text) {
        return text.replaceAll("[^A-Za-z0-9_.:/-]", "?");
    }
}
