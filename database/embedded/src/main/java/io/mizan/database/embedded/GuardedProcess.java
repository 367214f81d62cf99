package io.mizan.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that cannot outlive this one, whatever ends it.
 *
 * <p>A small shell stands between us. It starts the child and watches the pipe that it reads from us, which ends when we
 * close it and also when we are killed; then the child is asked to end in an orderly manner. Shell and child ignore the
 * keyboard's signals, or Ctrl-C would end everything at once and in no order; and the shell outlives a termination
 * signal to the whole group, so that we know when the child is really gone.
 */
public final class GuardedProcess implements AutoCloseable {

    private static final String GUARD = "trap '' INT HUP QUIT; trap : TERM; exec 3<&0; "
            + "\"$@\" </dev/null 3<&- & child=$!; "
            + "{ while read -r _; do :; done <&3; kill -TERM $child 2>/dev/null; } & watch=$!; exec 3<&-; "
            + "wait $child; status=$?; "
            + "while kill -0 $child 2>/dev/null; do wait $child; status=$?; done; "
            + "kill $watch 2>/dev/null; exit $status";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process guard;

    private GuardedProcess(Process guard) {
        this.guard = guard;
    }

    /**
     * Starts a command in the background.
     *
     * @param environment added to our own
     * @param log takes the child's output and errors; an older log is replaced
     */
    public static GuardedProcess start(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        Files.deleteIfExists(log);
        var builder = new ProcessBuilder(guarded).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new GuardedProcess(builder.start());
    }

    /** Whether the child still runs; its own end is noticed as well as one that we asked for. */
    public boolean isAlive() {
        return guard.isAlive();
    }

    /** Completes with the exit status when the child ends, for whatever reason. */
    public CompletableFuture<Integer> onEnd() {
        return guard.onExit().thenApply(Process::exitValue);
    }

    /** Kills the child at once, as a crash would. For tests of what survives one. */
    public void kill() {
        guard.descendants().forEach(ProcessHandle::destroyForcibly);
        guard.destroyForcibly();
    }

    /** Asks the child to end and waits for it; a child that does not listen within thirty seconds is killed. */
    @Override
    public void close() {
        close(PATIENCE);
    }

    /** As {@link #close()}, with more patience or less. */
    public void close(Duration patience) {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
