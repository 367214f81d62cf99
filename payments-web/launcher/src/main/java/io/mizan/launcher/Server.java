package io.mizan.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A web application to be served by a process of its own on 127.0.0.1.
 *
 * @param name for people, as in "the simulators"
 * @param readyCheck the check of {@code /health/ready} that must be UP; the status alone says nothing before the
 *     deployment has ended
 * @param directory its log and working files; the latter are made anew at each start
 */
public record Server(
        String name,
        Path war,
        int port,
        String readyCheck,
        Map<String, String> environment,
        List<String> javaOptions,
        Path directory) {

    public Server {
        environment = Map.copyOf(environment);
        javaOptions = List.copyOf(javaOptions);
    }

    /** The same server with further settings, which win. */
    public Server with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(settings);
        return new Server(name, war, port, readyCheck, all, javaOptions, directory);
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Path work() {
        return directory.resolve("work");
    }
}
