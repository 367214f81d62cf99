package io.mizan.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells the person who waits what is going on, with the seconds since the start. */
final class Progress {

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void tell(String what) {
        double seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "  %5.1f s  %s%n", seconds, what);
        out.flush();
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }
}
