package io.mizan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path home;

    @Test
    void a_home_keeps_its_secrets_from_start_to_start() throws IOException {
        Secrets first = Secrets.keptIn(file());
        Secrets second = Secrets.keptIn(file());

        for (Secret secret : Secret.values()) {
            assertThat(second.get(secret)).isEqualTo(first.get(secret));
        }
    }

    @Test
    void no_two_homes_and_no_two_secrets_are_alike() {
        assertThat(Secrets.fresh().get(Secret.MASTER_KEY))
                .isNotEqualTo(Secrets.fresh().get(Secret.MASTER_KEY));
        Secrets secrets = Secrets.fresh();
        assertThat(Secret.values()).extracting(secrets::get).doesNotHaveDuplicates();
    }

    @Test
    void only_the_owner_can_read_the_file() throws IOException {
        Secrets.keptIn(file());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void a_secret_that_a_later_version_needs_is_added_and_the_others_stay() throws IOException {
        Files.writeString(file(), "master.key=known\n");

        Secrets secrets = Secrets.keptIn(file());

        assertThat(secrets.get(Secret.MASTER_KEY)).isEqualTo("known");
        assertThat(Secrets.keptIn(file()).get(Secret.SUPPORT_PASSWORD)).isEqualTo(secrets.get(Secret.SUPPORT_PASSWORD));
    }

    @Test
    void each_has_the_form_that_its_reader_expects() {
        Secrets secrets = Secrets.fresh();

        assertThat(Base64.getDecoder().decode(secrets.get(Secret.MASTER_KEY))).hasSize(32);
        assertThat(secrets.get(Secret.DEMO_SECRET_KEY)).matches("sk_test_[A-Za-z0-9]{40}");
        assertThat(secrets.get(Secret.DEMO_PUBLISHABLE_KEY)).matches("pk_test_[A-Za-z0-9]{40}");
        assertThat(secrets.get(Secret.SUPPORT_PASSWORD)).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
    }

    private Path file() {
        return home.resolve("secrets.properties");
    }
}
