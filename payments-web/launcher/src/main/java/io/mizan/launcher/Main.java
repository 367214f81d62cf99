package io.mizan.launcher;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * The run command: starts everything, tells where it is, and stays until Ctrl-C or a termination signal.
 *
 * <p>It exits with 2 if the system did not start, after one sentence why; with 1 if a part of it ended by itself.
 */
public final class Main {

    private static final int ENDED = 1;
    private static final int NOT_STARTED = 2;

    private final Progress progress = new Progress(System.out);
    private volatile boolean stopping;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        new Main().run();
    }

    private void run() throws InterruptedException {
        try {
            Options options = Options.of(System.getProperties());
            progress.say("\nMizan, sandbox mode, home " + options.home());
            stayUntilEnd(new MizanSystem(options, progress));
        } catch (LaunchFailure e) {
            exit(NOT_STARTED, e.getMessage());
        } catch (IOException e) {
            exit(NOT_STARTED, "A file could not be written (" + e + "): is the disk full?");
        }
    }

    private void stayUntilEnd(MizanSystem system) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system), "stop"));
        RunningSystem running = system.start();
        progress.say(running.welcome());
        Object ended = CompletableFuture.anyOf(
                        running.server().onEnd(), running.simulators().onEnd())
                .join();
        exit(ENDED, "Stopped, because " + ended + " ended by itself: its log says more.");
    }

    private void stop(MizanSystem system) {
        stopping = true;
        if (system.isRunning()) {
            progress.say("\nStopping …");
            system.close();
            progress.say("Stopped.");
        }
    }

    /**
     * Ends us with one sentence for people; what runs is stopped by the hook. While the hook is at work already, because
     * of a signal, parts that end are no news, and this only waits for it.
     */
    private void exit(int status, String sentence) {
        if (!stopping) {
            System.err.println("\n" + sentence);
        }
        System.exit(status);
    }
}
