package io.mizan.gateways.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ways in which a body may have been written before a proxy wrote it anew: the same JSON with other white space. Never
 * makes a message believed; it only tells an operator what is in the way.
 */
final class Reencoding {
    /** Longer bodies are not tried: whoever sends forged ones must not make us work. */
    private static final int LONGEST = 64 * 1024;

    /** Nor by nesting: each level is indented, so depth costs its square. What Stripe sends is a dozen levels deep. */
    private static final int DEEPEST = 32;

    private Reencoding() {}

    /** Other writings of {@code body}, of which one may be the original. */
    static List<byte[]> originals(byte[] body) {
        if (body.length > LONGEST) {
            return List.of();
        }
        var text = new String(body, UTF_8);
        var dense = rewrite(text, "", "");
        return Stream.of(
                        text.stripTrailing(),
                        text.stripTrailing() + "\n",
                        dense,
                        rewrite(text, " ", " "),
                        deeplyNested(dense) ? dense : indented(dense))
                .map(writing -> writing.getBytes(UTF_8))
                .toList();
    }

    /** Without white space between tokens, but for what follows a colon and a comma. */
    private static String rewrite(String json, String afterColon, String afterComma) {
        var out = new StringBuilder(json.length());
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inString) {
                out.append(c);
                if (c == '\\' && i + 1 < json.length()) {
                    out.append(json.charAt(++i));
                } else if (c == '"') {
                    inString = false;
                }
            } else if (!Character.isWhitespace(c)) {
                out.append(c);
                inString = c == '"';
                out.append(c == ':' ? afterColon : c == ',' ? afterComma : "");
            }
        }
        return out.toString();
    }

    /** Brackets within strings count as well: which is wrong for no message that a gateway sends. */
    private static boolean deeplyNested(String dense) {
        int level = 0;
        for (int i = 0; i < dense.length(); i++) {
            char c = dense.charAt(i);
            if (c == '{' || c == '[') {
                level++;
            } else if (c == '}' || c == ']') {
                level--;
            }
            if (level > DEEPEST) {
                return true;
            }
        }
        return false;
    }

    /** As Stripe itself writes: a line for each member, two blanks for each level, empty objects and lists on one line. */
    private static String indented(String dense) {
        var out = new StringBuilder(dense.length() * 2);
        int level = 0;
        boolean inString = false;
        for (int i = 0; i < dense.length(); i++) {
            char c = dense.charAt(i);
            if (inString) {
                out.append(c);
                if (c == '\\' && i + 1 < dense.length()) {
                    out.append(dense.charAt(++i));
                } else if (c == '"') {
                    inString = false;
                }
                continue;
            }
            boolean opens = c == '{' || c == '[';
            boolean closes = c == '}' || c == ']';
            char before = i == 0 ? ' ' : dense.charAt(i - 1);
            if (closes) {
                level--;
                if (before != '{' && before != '[') {
                    newLine(out, level);
                }
            } else if (before == '{' || before == '[') {
                newLine(out, level);
            }
            out.append(c);
            inString = c == '"';
            if (opens) {
                level++;
            } else if (c == ',') {
                newLine(out, level);
            } else if (c == ':') {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static void newLine(StringBuilder out, int level) {
        out.append('\n').append("  ".repeat(Math.max(0, level)));
    }
}
