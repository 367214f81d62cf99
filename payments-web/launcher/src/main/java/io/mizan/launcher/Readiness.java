package io.mizan.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Asks a server's {@code /health/ready} whether one named check is UP. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final HttpRequest question;
    private final Pattern up;

    Readiness(URI server, String check) {
        this.question = HttpRequest.newBuilder(server.resolve("/health/ready"))
                .timeout(PATIENCE)
                .build();
        this.up =
                Pattern.compile("\"name\"\\s*:\\s*\"" + Pattern.quote(check) + "\"\\s*,\\s*\"status\"\\s*:\\s*\"UP\"");
    }

    /** Whether the application has said that its check is UP. */
    boolean isUp() throws InterruptedException {
        return up.matcher(answer()).find();
    }

    /** Whether the server says that it has no application, as it does before a deployment and after a failed one. */
    boolean lacksApplication() throws InterruptedException {
        return answer().contains("No Application deployed");
    }

    private String answer() throws InterruptedException {
        try {
            return client.send(question, BodyHandlers.ofString()).body();
        } catch (IOException notYet) {
            return "";
        }
    }
}
