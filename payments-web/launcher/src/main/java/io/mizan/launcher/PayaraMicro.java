package io.mizan.launcher;

import io.mizan.database.embedded.GuardedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts Payara Micro as a child process, so that our own libraries cannot leak into the application's class path. */
public final class PayaraMicro {

    /**
     * Payara listens on all interfaces, names its version in each answer, and holds the descriptors of an application against
     * their schemas at each start (which takes half a second), unless told before it boots.
     */
    private static final String BOOT_COMMANDS =
            """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            set configs.config.server-config.admin-service.das-config.deploy-xml-validation=none
            set configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-header=false
            """;

    /** What an unpacked one expects in its working directory; a packed one puts it there by itself. */
    private static final List<String> FURNITURE = List.of("config", "docroot", "lib");

    private final List<String> program;
    private final Optional<Path> furniture;

    /** @param jar as it is published; what a {@link Rehearsal} made of it is taken instead, if there is that */
    public PayaraMicro(Path jar) {
        var prepared = PreparedPayara.found();
        this.program = prepared.map(PreparedPayara::shared).orElse(List.of("-jar", jar.toString()));
        this.furniture = prepared.map(PreparedPayara::directory);
    }

    private PayaraMicro(List<String> program, Path furniture) {
        this.program = List.copyOf(program);
        this.furniture = Optional.of(furniture);
    }

    /** One whose servers write the archive of their classes when they end. */
    static PayaraMicro recording(PreparedPayara prepared) {
        return new PayaraMicro(prepared.recorded(), prepared.directory());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Starts a server and returns at once; {@link RunningServer#awaitReady} tells when it serves. */
    public RunningServer start(Server server) throws IOException {
        prepare(server);
        return new RunningServer(server, GuardedProcess.start(command(server), server.environment(), server.log()));
    }

    private void prepare(Server server) throws IOException {
        // A working directory remembers its applications and would start each of them twice.
        Directories.delete(server.work());
        Files.createDirectories(server.work());
        if (furniture.isPresent()) {
            for (var name : FURNITURE) {
                Directories.copy(furniture.get().resolve(name), server.work().resolve(name));
            }
        }
        Files.writeString(bootCommands(server), BOOT_COMMANDS);
        try (InputStream logging = PayaraMicro.class.getResourceAsStream("logging.properties")) {
            Files.write(loggingProperties(server), logging.readAllBytes());
        }
    }

    private List<String> command(Server server) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(server.javaOptions());
        command.add("-Djava.awt.headless=true");
        command.addAll(program);
        command.addAll(List.of(
                "--deploy",
                server.war().toString(),
                "--contextroot",
                "/",
                "--port",
                String.valueOf(server.port()),
                "--maxhttpthreads",
                "32",
                "--minhttpthreads",
                "8",
                "--nohazelcast", // with --nocluster beside it, a cluster port would open all the same
                "--disablephonehome",
                "--prebootcommandfile",
                bootCommands(server).toString(),
                "--logproperties",
                loggingProperties(server).toString(),
                "--rootdir",
                server.work().toString()));
        return command;
    }

    private static Path bootCommands(Server server) {
        return server.directory().resolve("boot.txt");
    }

    private static Path loggingProperties(Server server) {
        return server.directory().resolve("logging.properties");
    }
}
