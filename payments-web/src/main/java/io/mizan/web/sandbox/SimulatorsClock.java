package io.mizan.web.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the simulators what time it is, for they play providers who live in the same world. */
@ApplicationScoped
public class SimulatorsClock {
    private static final Logger LOG = Logger.getLogger(SimulatorsClock.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    @Inject
    SandboxSettings settings;

    /** @return whether they follow; true also if there are none */
    boolean moveTo(Duration offset) {
        return settings.simulators().map(at -> tell(at, offset)).orElse(true);
    }

    private boolean tell(URI simulators, Duration offset) {
        var request = HttpRequest.newBuilder(URI.create(simulators + "/control/api/clock"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"offset_seconds\":" + offset.toSeconds() + "}"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 300;
        } catch (IOException away) {
            LOG.log(Level.WARNING, "event=sandbox.clock outcome=simulators_away", away);
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
