package io.mizan.testbed;

import java.nio.file.Path;

/** Where the build put what the tests start; given to integration tests only. */
public final class TestFiles {

    private TestFiles() {}

    static boolean areGiven() {
        return System.getProperty("payara.micro.jar") != null;
    }

    static Path server() {
        return path("payara.micro.jar");
    }

    static Path war() {
        return path("mizan.war");
    }

    static Path simulatorsWar() {
        return path("mizan.sandbox.war");
    }

    /** Of this process of tests alone: others run beside it. */
    public static Path directory() {
        return path("mizan.test.directory");
    }

    /** What the tests leave for people to look at, all of them in one place. */
    public static Path results() {
        return path("mizan.test.results");
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException(
                    "Run this test with ./mvnw verify: nothing says where " + property + " is.");
        }
        return Path.of(value);
    }
}
