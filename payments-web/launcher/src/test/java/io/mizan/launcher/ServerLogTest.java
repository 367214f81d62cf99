package io.mizan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    Path directory;

    @Test
    void a_refusal_is_told_once_however_often_the_server_repeats_it() throws IOException {
        ServerLog log = log(
                """
                2026-11-21T04:12:39.022+0000 SEVERE io.mizan.web.start.DatabaseStart MIZAN-REFUSED database_url Set MIZAN_DB_URL.
                2026-11-21T04:12:39.023+0000 SEVERE io.mizan.web.start.DatabaseStart MIZAN-REFUSED-IN-ALL 1
                Caused by: io.mizan.web.start.StartRefusedException: MIZAN-REFUSED database_url Set MIZAN_DB_URL.
                """);

        assertThat(log.refused()).isTrue();
        assertThat(log.refusals()).containsExactly("Set MIZAN_DB_URL.");
    }

    @Test
    void a_server_that_is_still_telling_its_reasons_has_not_told_them_all() throws IOException {
        ServerLog log =
                log("SEVERE io.mizan.web.start.PaymentsDataSource MIZAN-REFUSED database_url Set MIZAN_DB_URL.\n");

        assertThat(log.refused()).isFalse();
    }

    @Test
    void a_server_that_booted_tells_why_it_lacks_its_application() throws IOException {
        ServerLog log = log(
                """
                SEVERE javax.enterprise.system.core Exception while loading the app
                SEVERE javax.enterprise.system.core Exception while loading the app : CDI deployment failure: no Clock
                INFO PayaraMicro Payara Micro 6.2025.10 (build 42) ready in 9,687 (ms)
                """);

        assertThat(log.booted()).isTrue();
        assertThat(log.deploymentErrors()).containsExactly("CDI deployment failure: no Clock");
    }

    @Test
    void a_server_that_still_boots_is_told_from_one_that_has() throws IOException {
        assertThat(log("INFO PayaraMicro Built Payara Micro Runtime\n").booted())
                .isFalse();
        assertThat(new ServerLog(directory.resolve("none")).booted()).isFalse();
    }

    private ServerLog log(String lines) throws IOException {
        return new ServerLog(Files.writeString(directory.resolve("server.log"), lines));
    }
}
