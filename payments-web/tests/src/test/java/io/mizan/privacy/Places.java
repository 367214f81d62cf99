package io.mizan.privacy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.TestFiles;
import io.mizan.web.checkout.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Everywhere that something could have been kept. */
public final class Places {
    private Places() {}

    /** Every column of every row, and every log of the servers, that holds one of these texts. */
    public static List<String> of(String... texts) {
        var places = new ArrayList<String>();
        columns().forEach((table, columns) -> {
            if (isIn(table, columns, texts)) {
                columns.stream()
                        .filter(column -> isIn(table, List.of(column), texts))
                        .map(column -> table + "." + column)
                        .forEach(places::add);
            }
        });
        logs().stream()
                .filter(log -> Arrays.stream(texts).anyMatch(content(log)::contains))
                .map(Path::toString)
                .forEach(places::add);
        return places;
    }

    /** By table. */
    private static Map<String, List<String>> columns() {
        return Rows.read("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                        + " WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'text', 'mediumtext',"
                        + " 'longtext', 'blob', 'mediumblob', 'longblob', 'varbinary', 'binary')")
                .stream()
                .map(column -> column.split("\\.", 2))
                .collect(groupingBy(parts -> parts[0], mapping(parts -> parts[1], toList())));
    }

    private static boolean isIn(String table, List<String> columns, String... texts) {
        var condition = columns.stream()
                .flatMap(column -> Arrays.stream(texts).map(text -> "INSTR(" + column + ", ?) > 0"))
                .collect(joining(" OR "));
        var arguments = columns.stream().flatMap(column -> Arrays.stream(texts)).toArray();
        return !Rows.read("SELECT 1 FROM " + table + " WHERE " + condition + " LIMIT 1", arguments)
                .isEmpty();
    }

    private static List<Path> logs() {
        try (var files = Files.walk(TestFiles.directory(), 2)) {
            var logs = files.filter(file -> file.getFileName().toString().equals("server.log"))
                    .filter(file -> !file.getParent().endsWith("simulators"))
                    .toList();
            assertThat(logs).isNotEmpty();
            return logs;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String content(Path log) {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
