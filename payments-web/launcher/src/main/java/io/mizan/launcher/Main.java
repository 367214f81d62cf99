package io.mizan.launcher;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The run command: starts everything, tells where it is, and stays until Ctrl-C or a termination signal.
 *
 * <p>It exits with 2 if the system did not start, its last words being one sentence why; with 1 if a part of it ended by
 * itself.
 */
public final class Main {

    private static final int ENDED = 1;
    private static final int NOT_STARTED = 2;

    private final Progress progress = new Progress(System.out);
    private volatile boolean signalled;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        new Main().run();
    }

    private void run() throws InterruptedException {
        try {
            Options options = Options.of(System.getProperties());
            progress.say("\nMizan, sandbox mode, home " + options.home());
            exit(ENDED, stayUntilEnd(options) + " ended by itself, so everything was stopped: its log says more.");
        } catch (LaunchFailure e) {
            exit(NOT_STARTED, e.getMessage());
        } catch (IOException e) {
            exit(NOT_STARTED, "A file could not be written (" + e + "): is the disk full?");
        }
    }

    /** Returns, with everything stopped, the name of the part that ended by itself. */
    private String stayUntilEnd(Options options) throws IOException, InterruptedException {
        try (var system = new MizanSystem(options, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
            RunningSystem running = system.start();
            progress.say(running.welcome());
            return CompletableFuture.anyOf(
                            running.server().onEnd(), running.simulators().onEnd())
                    .thenApply(String::valueOf)
                    .join();
        }
    }

    /** After a signal; otherwise everything has been stopped already, or another thread is at it and this one waits. */
    private void stop(MizanSystem system) {
        signalled = true;
        boolean first = system.isRunning();
        if (first) {
            progress.say("\nStopping …");
        }
        system.close();
        if (first) {
            progress.say("Stopped.");
        }
    }

    /** Ends us with one sentence for people. After a signal, parts that end are no news, and this waits for the hook. */
    private void exit(int status, String sentence) {
        if (!signalled) {
            System.err.println("\n" + sentence);
        }
        System.exit(status);
    }
}
