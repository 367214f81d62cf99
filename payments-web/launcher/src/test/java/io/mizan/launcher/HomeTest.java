package io.mizan.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path directory;

    @Test
    void a_full_disk_is_told_with_the_cure() throws IOException {
        try (Home home = Home.open(directory)) {
            assertThatExceptionOfType(LaunchFailure.class)
                    .isThrownBy(() -> home.requireSpace(999 * MEGABYTE))
                    .withMessageContaining(directory.toString())
                    .withMessageContaining("999 MB left, 1000 needed")
                    .withMessageContaining("-Dmizan.home");
            assertThatCode(() -> home.requireSpace(1000 * MEGABYTE)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_home_that_has_its_database_needs_less() throws IOException {
        try (Home home = Home.open(directory)) {
            Files.createDirectory(home.database());

            assertThatCode(() -> home.requireSpace(400 * MEGABYTE)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_home_in_use_is_told_with_the_cure() throws IOException {
        try (Home home = Home.open(directory)) {
            assertThatExceptionOfType(LaunchFailure.class)
                    .isThrownBy(() -> Home.open(directory))
                    .withMessageContaining("already runs on " + home.directory())
                    .withMessageContaining("-Dmizan.home");
        }
    }
}
