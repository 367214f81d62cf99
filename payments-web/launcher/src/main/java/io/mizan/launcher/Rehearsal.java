package io.mizan.launcher;

import io.mizan.database.embedded.EmbeddedMariaDb;
import io.mizan.database.embedded.Schema;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A step of the build: unpacks Payara Micro, starts the server once, asks it for what the first visitors ask for, and keeps
 * what the virtual machine knows of the classes by then (class data sharing), which each later start reads instead of loading
 * them anew. It takes half a minute, once for each build directory, and saves more than a third of each start.
 *
 * <p>Nothing depends on it: without its archive, servers start as they always did.
 */
public final class Rehearsal {
    private static final Duration UNPACKED_WITHIN = Duration.ofMinutes(3);
    private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(5);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final List<String> FIRST_PAGES =
            List.of("/admin/login", "/shop/", "/api/v1/gateways", "/health/ready");

    private final Path jar = Path.of(System.getProperty("payara.micro.jar"));
    private final Path war = Path.of(System.getProperty("mizan.war"));
    private final PreparedPayara prepared = new PreparedPayara(Path.of(System.getProperty(PreparedPayara.PROPERTY)));
    private final Path scratch = prepared.directory().resolveSibling("rehearsal");

    private Rehearsal() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws InterruptedException {
        var rehearsal = new Rehearsal();
        if (rehearsal.prepared.isComplete()) {
            return;
        }
        try {
            rehearsal.unpack();
            rehearsal.play();
        } catch (IOException | RuntimeException failure) {
            System.err.println("Servers will start more slowly: the rehearsal of a start failed. " + failure);
        }
    }

    /** With all its libraries side by side: the archive knows only classes that come from such a class path. */
    private void unpack() throws IOException, InterruptedException {
        Directories.delete(prepared.directory());
        Directories.delete(scratch);
        Files.createDirectories(scratch);
        var unpacking = new ProcessBuilder(
                        PayaraMicro.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--rootdir",
                        prepared.directory().toString(),
                        "--outputlauncher")
                .redirectErrorStream(true)
                .redirectOutput(scratch.resolve("unpacking.log").toFile())
                .start();
        if (!unpacking.waitFor(UNPACKED_WITHIN.toSeconds(), TimeUnit.SECONDS) || unpacking.exitValue() != 0) {
            unpacking.destroyForcibly();
            throw new IOException("Payara Micro was not unpacked");
        }
    }

    private void play() throws IOException, InterruptedException {
        var secrets = Secrets.fresh();
        var schema = new Schema("payments", secrets.get(Secret.DATABASE_PASSWORD));
        var wiring = new Wiring(local(), local(), secrets);
        try (var database = EmbeddedMariaDb.start(scratch.resolve("mariadb"), 0, schema)) {
            var access = new Database(database.url(schema.name()), schema.name(), schema.password());
            var server = wiring.server(war, access, scratch.resolve("server"));
            try (var running = PayaraMicro.recording(prepared).start(server)) {
                running.awaitReady();
                visit(running.url(), secrets);
                running.close(ARCHIVED_WITHIN);
            }
        }
        prepared.complete();
        Directories.delete(scratch);
    }

    private static void visit(URI server, Secrets secrets) throws IOException, InterruptedException {
        var browser = HttpClient.newHttpClient();
        for (var page : FIRST_PAGES) {
            var request = HttpRequest.newBuilder(server.resolve(page))
                    .timeout(ANSWERED_WITHIN)
                    .header("Authorization", "Bearer " + secrets.get(Secret.DEMO_SECRET_KEY))
                    .build();
            browser.send(request, BodyHandlers.discarding());
        }
    }

    private static URI local() {
        return URI.create("http://127.0.0.1:" + Ports.free());
    }
}
