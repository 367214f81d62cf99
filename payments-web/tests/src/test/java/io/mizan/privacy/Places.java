package io.mizan.privacy;

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

/** Everywhere that something could have been kept. */
public final class Places {
    private Places() {}

    /** Every column of every row, and every log of the servers, that holds one of these texts. */
    public static List<String> of(String... texts) {
        var places = new ArrayList<String>();
        for (var column : Rows.read("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'text', 'mediumtext', 'longtext',"
                + " 'blob', 'mediumblob', 'longblob', 'varbinary', 'binary')")) {
            var table = column.substring(0, column.indexOf('.'));
            for (var text : texts) {
                if (!Rows.read("SELECT 1 FROM " + table + " WHERE INSTR(" + column + ", ?) > 0 LIMIT 1", text)
                        .isEmpty()) {
                    places.add(column);
                }
            }
        }
        logs().stream()
                .filter(log -> Arrays.stream(texts).anyMatch(content(log)::contains))
                .map(Path::toString)
                .forEach(places::add);
        return places;
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
