package io.mizan.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/asvs.md} forgets no requirement, and names nothing that is not there. */
class AsvsPageTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\|[^|]+\\| (\\S+) \\|([^|]*)\\|([^|]*)\\|$");
    private static final Pattern LEFT_OUT = Pattern.compile("(?m)^Not applicable: (.*)$");
    private static final Pattern ID = Pattern.compile("(?<![\\d.])\\d+\\.\\d+\\.\\d+(?![\\d.])");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+[A-Za-z]*");

    private static String page;
    private static Set<String> classes;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/asvs.md"));
        try (var files = Files.walk(ROOT)) {
            classes = files.filter(file -> file.toString()
                            .contains("src" + file.getFileSystem().getSeparator()))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(toSet());
        }
    }

    @Test
    void each_requirement_stands_there_once() throws IOException {
        var told = new ArrayList<>(found(ROW, page, 1));
        found(LEFT_OUT, page, 1).forEach(line -> told.addAll(found(ID, line, 0)));

        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(required());
    }

    @Test
    void each_row_says_how_it_stands() {
        assertThat(ROW.matcher(page).results()).allSatisfy(row -> {
            assertThat(row.group(2)).as(row.group(1)).isIn("yes", "partly", "no", "deploy");
            assertThat(row.group(3)).as(row.group(1)).isNotBlank();
        });
    }

    @Test
    void each_class_that_is_named_exists() {
        assertThat(found(CODE, page, 1))
                .filteredOn(CLASS.asMatchPredicate())
                .isNotEmpty()
                .isSubsetOf(classes);
    }

    @Test
    void what_shows_it_is_a_test() {
        var tests = found(ROW, page, 4).stream()
                .flatMap(cell -> found(CODE, cell, 1).stream())
                .toList();

        assertThat(tests).isNotEmpty().allMatch(name -> name.endsWith("Test") || name.endsWith("IT"));
    }

    private static List<String> required() throws IOException {
        try (InputStream ids = AsvsPageTest.class.getResourceAsStream("asvs-5.0.0-levels-1-2.txt")) {
            return new String(ids.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }
}
