package io.mizan.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.launcher.Ports;
import io.mizan.testbed.RunCommand;
import io.mizan.testbed.TestBed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RunCommandIT {

    private static final int NOT_STARTED = 2;

    @Test
    void it_runs_until_a_signal_and_keeps_its_data_and_leaves_no_process() throws Exception {
        Properties first;
        try (RunCommand run =
                RunCommand.start("kept", "http.port=" + Ports.free()).awaitReady()) {
            first = run.demoEnvironment();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.demoEnvironmentFile())))
                    .isEqualTo("rw-------");
            assertThat(TestBed.mizan()
                            .at(URI.create(first.getProperty("MIZAN_URL")))
                            .get("/health/ready")
                            .status())
                    .isEqualTo(200);
            assertThat(run.processes()).hasSizeGreaterThan(3);

            run.terminate();

            assertThat(run.processes()).isEmpty();
            assertThat(run.output()).endsWith("Stopped.\n");
        }

        try (RunCommand again =
                RunCommand.start("kept", "http.port=" + Ports.free()).awaitReady()) {
            assertThat(again.demoEnvironment().getProperty("MIZAN_SECRET_KEY"))
                    .isEqualTo(first.getProperty("MIZAN_SECRET_KEY"));
            assertThat(again.demoEnvironment().getProperty("MIZAN_SUPPORT_PASSWORD"))
                    .isEqualTo(first.getProperty("MIZAN_SUPPORT_PASSWORD"));
        }
    }

    @Test
    void a_busy_port_is_told_in_one_sentence_with_the_cure() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunCommand run = RunCommand.start("busy", "http.port=" + taken.getLocalPort())) {
            assertThat(run.awaitExit()).isEqualTo(NOT_STARTED);
            assertThat(lastLine(run))
                    .startsWith("Port " + taken.getLocalPort() + " is in use")
                    .contains("-Dhttp.port=");
        }
    }

    @Test
    void a_home_that_cannot_be_written_is_told_in_one_sentence_with_the_cure() throws Exception {
        Files.createDirectories(RunCommand.home("file").getParent());
        Files.writeString(RunCommand.home("file"), "not a directory");

        try (RunCommand run = RunCommand.start("file", "http.port=" + Ports.free())) {
            assertThat(run.awaitExit()).isEqualTo(NOT_STARTED);
            assertThat(lastLine(run)).contains("cannot be written", "-Dmizan.home");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_told_in_one_sentence_with_the_cure() throws Exception {
        assertThat(refusalOf("jdbc:mariadb://127.0.0.1:" + Ports.free() + "/payments", "any"))
                .contains("does not answer", "MIZAN_DB_URL");
    }

    @Test
    void a_wrong_password_is_told_in_one_sentence_with_the_cure() throws Exception {
        assertThat(refusalOf(TestBed.database().paymentsUrl(), "wrong"))
                .contains("does not let user 'payments' in", "MIZAN_DB_PASSWORD")
                .doesNotContain("wrong");
    }

    private static String refusalOf(String url, String password) throws Exception {
        try (RunCommand run = RunCommand.start(
                "refused",
                "http.port=" + Ports.free(),
                "mizan.db.url=" + url,
                "mizan.db.user=payments",
                "mizan.db.password=" + password)) {
            assertThat(run.awaitExit()).isEqualTo(NOT_STARTED);
            return lastLine(run);
        }
    }

    private static String lastLine(RunCommand run) throws IOException {
        return run.output()
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
