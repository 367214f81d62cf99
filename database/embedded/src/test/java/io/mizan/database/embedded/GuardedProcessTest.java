package io.mizan.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GuardedProcessTest {

    @TempDir
    Path directory;

    @Test
    void closing_ends_the_child() throws Exception {
        var guarded = GuardedProcess.start(sleeper(), Map.of(), directory.resolve("log"));
        ProcessHandle child = child();

        guarded.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(guarded.isAlive()).isFalse();
    }

    @Test
    void a_child_that_ends_by_itself_is_noticed_with_its_status() throws Exception {
        var guarded = GuardedProcess.start(List.of("sh", "-c", "exit 7"), Map.of(), directory.resolve("log"));

        assertThat(guarded.onEnd().get(10, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void a_killed_parent_leaves_no_child_behind() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .inheritIO()
                .start();
        ProcessHandle child = child();

        parent.destroyForcibly().waitFor();

        child.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void the_output_of_the_child_goes_to_its_log() throws Exception {
        Path log = directory.resolve("log");
        var guarded = GuardedProcess.start(
                List.of("sh", "-c", "echo $GREETING; echo no >&2"), Map.of("GREETING", "hello"), log);
        guarded.onEnd().get(10, TimeUnit.SECONDS);

        assertThat(Files.readAllLines(log)).containsExactly("hello", "no");
    }

    /** A program that starts a guarded child and then hangs. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path directory = Path.of(arguments[0]);
            GuardedProcess.start(sleeper(directory), Map.of(), directory.resolve("log"));
            Thread.currentThread().join();
        }
    }

    private List<String> sleeper() {
        return sleeper(directory);
    }

    /** Writes its own process id, then sleeps for longer than any test. */
    private static List<String> sleeper(Path directory) {
        return List.of(
                "sh",
                "-c",
                "echo $$ > '" + directory + "/new' && mv '" + directory + "/new' '" + directory
                        + "/pid' && exec sleep 600");
    }

    private ProcessHandle child() throws IOException {
        Path pid = directory.resolve("pid");
        while (!Files.exists(pid)) {
            Thread.onSpinWait();
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    }
}
