package io.mizan.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server's log tells about a start that failed. Payara stays up after a failed deployment, so nothing else does. */
final class ServerLog {

    private static final Pattern REFUSED = Pattern.compile("MIZAN-REFUSED (\\S+) (.+)");
    private static final Pattern ALL_REFUSALS_TOLD = Pattern.compile("MIZAN-REFUSED-IN-ALL \\d+");
    private static final Pattern NOT_LOADED =
            Pattern.compile("Exception while (?:preparing|deploying|loading) the app\\s*:?\\s*(.*)");
    private static final Pattern BOOTED = Pattern.compile("Payara Micro .* ready in ");
    private static final Pattern PORT_TAKEN = Pattern.compile("BindException: (.*)");

    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    /** The sentences of an application that refused to start, without repetition. */
    List<String> refusals() {
        return find(REFUSED, 2);
    }

    /** Whether the application refused to start and has told all its reasons. */
    boolean refused() {
        return !find(ALL_REFUSALS_TOLD, 0).isEmpty();
    }

    /** Why the application could not be loaded, in the server's words. */
    List<String> deploymentErrors() {
        return Stream.concat(find(PORT_TAKEN, 1).stream(), find(NOT_LOADED, 1).stream())
                .toList();
    }

    /** Whether the server has ended its boot, and with it every deployment, well or not. */
    boolean booted() {
        return !find(BOOTED, 0).isEmpty();
    }

    private List<String> find(Pattern pattern, int group) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(pattern::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(group).strip())
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
