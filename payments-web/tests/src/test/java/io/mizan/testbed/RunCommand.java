package io.mizan.testbed;

import io.mizan.database.embedded.GuardedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of the launcher, as a process of its own on a home of its own. */
public final class RunCommand implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path home;
    private final Path output;
    private final GuardedProcess process;

    private RunCommand(Path home, Path output, GuardedProcess process) {
        this.home = home;
        this.output = output;
        this.process = process;
    }

    /** Starts it on a directory below the build's; {@code options} as on the command line, {@code http.port=8080}. */
    public static RunCommand start(String homeName, String... options) throws IOException {
        Path home = home(homeName);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // as the build's process, in which it runs otherwise
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dmizan.home=" + home,
                "-Dpayara.micro.jar=" + TestFiles.server(),
                "-Dpayara.prepared=" + System.getProperty("payara.prepared"),
                "-Dmizan.war=" + TestFiles.war(),
                "-Dmizan.sandbox.war=" + TestFiles.simulatorsWar()));
        Stream.of(options).map(option -> "-D" + option).forEach(command::add);
        command.add("io.mizan.launcher.Main");
        Path output = home.resolveSibling(homeName + ".out");
        Files.createDirectories(home.getParent());
        return new RunCommand(home, output, GuardedProcess.start(command, Map.of(), output));
    }

    public static Path home(String name) {
        return TestFiles.directory().resolve("homes").resolve(name);
    }

    /** Waits for the words that invite a person to use the system. */
    public RunCommand awaitReady() {
        return awaitWords("Mizan is ready.");
    }

    /** Waits until it has told this to whoever watches. */
    public RunCommand awaitWords(String words) {
        Await.that("the launcher says '" + words + "': " + output, PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The launcher ended: " + output());
            }
            return output().contains(words);
        });
        return this;
    }

    /** Waits until it ends by itself. */
    public int awaitExit() throws Exception {
        return process.onEnd().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    /** What it wrote for people and scripts. */
    public Properties demoEnvironment() throws IOException {
        return properties(demoEnvironmentFile());
    }

    /** What it made for this home, once. */
    public Properties secrets() throws IOException {
        return properties(home.resolve("secrets.properties"));
    }

    public Path demoEnvironmentFile() {
        return home.resolve("demo.env");
    }

    private static Properties properties(Path file) throws IOException {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        return values;
    }

    /** The processes that work on its home, itself included. */
    public List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .toList();
    }

    /** Sends a termination signal and waits for the end. */
    public void terminate() {
        process.close();
    }

    @Override
    public void close() {
        terminate();
    }
}
