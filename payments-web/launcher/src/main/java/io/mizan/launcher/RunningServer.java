package io.mizan.launcher;

import io.mizan.database.embedded.GuardedProcess;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A server process of ours; it ends when we do. */
public final class RunningServer implements AutoCloseable {

    static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(150);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Server server;
    private final GuardedProcess process;
    private final ServerLog log;
    private final Readiness readiness;
    private final long startedAt = System.nanoTime();

    RunningServer(Server server, GuardedProcess process) {
        this.server = server;
        this.process = process;
        this.log = new ServerLog(server.log());
        this.readiness = new Readiness(url(), server.readyCheck());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    String name() {
        return server.name();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the application says that it is ready.
     *
     * @throws LaunchFailure if it refused to start, could not be deployed, ended, or took longer than three minutes
     */
    public void awaitReady() throws InterruptedException {
        while (!isReady()) {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        }
    }

    /**
     * Whether the application says that it is ready.
     *
     * @throws LaunchFailure as soon as it is certain, or has taken three minutes to show, that it never will be
     */
    boolean isReady() throws InterruptedException {
        if (readiness.isUp()) {
            return true;
        }
        failIfRefused();
        failIf(!process.isAlive(), "ended while starting");
        failIf(
                log.booted() && readiness.lacksApplication(),
                "could not deploy " + server.war().getFileName());
        failIf(
                System.nanoTime() - startedAt > PATIENCE.toNanos(),
                "did not become ready in " + PATIENCE.toMinutes() + " minutes");
        return false;
    }

    /** Completes with the server's name when its process ends, for whatever reason. */
    CompletableFuture<String> onEnd() {
        return process.onEnd().thenApply(status -> server.name());
    }

    /** Kills the process at once, as a crash would. */
    public void kill() {
        process.kill();
    }

    /** Lets the server undeploy and end; returns when it is gone. */
    @Override
    public void close() {
        process.close();
    }

    /** As {@link #close()}, for one that has something to do at its end. */
    void close(Duration patience) {
        process.close(patience);
    }

    private void failIfRefused() {
        if (log.refused()) {
            throw new LaunchFailure(String.join("\n", log.refusals()));
        }
    }

    private void failIf(boolean failed, String what) {
        if (failed) {
            String why = log.deploymentErrors().stream()
                    .findFirst()
                    .map(error -> " (" + error + ")")
                    .orElse("");
            String sentence = server.name() + " " + what + why + ": its log says more, " + server.log();
            throw new LaunchFailure(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
        }
    }
}
