package io.mizan.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.launcher.Ports;
import io.mizan.launcher.Secret;
import io.mizan.testbed.RunCommand;
import io.mizan.testbed.TestBed;
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
    void it_runs_until_a_signal_and_leaves_no_process_and_goes_on_with_what_an_earlier_start_left() throws Exception {
        Properties kept;
        try (RunCommand interrupted = RunCommand.start("kept", "http.port=" + Ports.free())) {
            interrupted.awaitWords("starting the server");

            assertStops(interrupted);
            kept = interrupted.secrets();
        }

        try (RunCommand run =
                RunCommand.start("kept", "http.port=" + Ports.free()).awaitReady()) {
            var told = run.demoEnvironment();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.demoEnvironmentFile())))
                    .isEqualTo("rw-------");
            assertThat(told.getProperty("MIZAN_SECRET_KEY")).isEqualTo(kept.getProperty(Secret.DEMO_SECRET_KEY.key()));
            assertThat(told.getProperty("MIZAN_SUPPORT_PASSWORD"))
                    .isEqualTo(kept.getProperty(Secret.SUPPORT_PASSWORD.key()));
            assertThat(TestBed.mizan()
                            .at(URI.create(told.getProperty("MIZAN_URL")))
                            .get("/health/ready")
                            .status())
                    .isEqualTo(200);
            assertThat(run.processes()).hasSizeGreaterThan(3);

            assertStops(run);
        }
    }

    @Test
    void all_that_stands_against_a_start_is_told_at_once_each_in_one_sentence_with_the_cure() throws Exception {
        Files.createDirectories(RunCommand.home("file").getParent());
        Files.writeString(RunCommand.home("file"), "not a directory");

        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunCommand run = RunCommand.start(
                        "file",
                        "http.port=" + taken.getLocalPort(),
                        "mizan.db.url=" + TestBed.database().paymentsUrl(),
                        "mizan.db.user=payments",
                        "mizan.db.password=a-mistake",
                        "mizan.sandbox.db.url=jdbc:mariadb://127.0.0.1:" + Ports.free() + "/sandbox")) {
            assertThat(run.awaitExit()).isEqualTo(NOT_STARTED);

            assertThat(run.output().lines().filter(line -> !line.isBlank()).skip(1))
                    .satisfiesExactly(
                            busy -> assertThat(busy)
                                    .startsWith("Port " + taken.getLocalPort() + " is in use")
                                    .contains("-Dhttp.port="),
                            unwritable -> assertThat(unwritable).contains("cannot be written", "-Dmizan.home"),
                            password -> assertThat(password)
                                    .contains("does not let user 'payments' in", "MIZAN_DB_PASSWORD")
                                    .doesNotContain("a-mistake"),
                            away -> assertThat(away).contains("does not answer", "MIZAN_DB_URL"));
        }
    }

    private static void assertStops(RunCommand run) {
        run.terminate();

        assertThat(run.processes()).isEmpty();
        assertThat(run.output()).endsWith("Stopped.\n");
    }
}
