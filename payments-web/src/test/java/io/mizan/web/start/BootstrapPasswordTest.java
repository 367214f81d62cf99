package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapPasswordTest {
    @TempDir
    Path directory;

    /** As with a pipe, or a secret that is taken away once it was read. */
    @Test
    void what_can_be_read_once_is_read_once() throws IOException {
        var file = Files.writeString(directory.resolve("password"), "many words make it\n");
        var bootstrap = new BootstrapPassword(Optional.of("amal"), Optional.of(file));
        assertThat(bootstrap.objection()).isEmpty();

        Files.writeString(file, "");

        assertThat(bootstrap.objection()).isEmpty();
        assertThat(bootstrap.password()).containsExactly("many words make it".toCharArray());
    }

    @Test
    void once_it_is_forgotten_nobody_can_be_made_with_it() throws IOException {
        var file = Files.writeString(directory.resolve("password"), "many words make it\n");
        var bootstrap = new BootstrapPassword(Optional.of("amal"), Optional.of(file));
        assertThat(bootstrap.password()).isNotEmpty();

        bootstrap.forget();

        assertThatThrownBy(bootstrap::password).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void where_nobody_is_to_be_made_nothing_is_wrong() {
        assertThat(new BootstrapPassword(Optional.empty(), Optional.empty()).objection())
                .isEmpty();
    }
}
