package sandbox.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import sandbox.settings.Settings;

/**
 * Knocks at our own address. The server answers health checks some seconds before it serves the application, so that a
 * check which looks inside only would send the first callers to a 404.
 */
@ApplicationScoped
class OwnFrontDoor {
    private static final int PATIENCE_MILLIS = 1000;

    private final AtomicBoolean opened = new AtomicBoolean();

    @Inject
    Settings settings;

    /** True from the first time that somebody answered; nobody is asked after that. */
    boolean isOpen() {
        if (!opened.get() && answers()) {
            opened.set(true);
        }
        return opened.get();
    }

    private boolean answers() {
        try {
            var address = URI.create(settings.publicUrl() + "/assets/mark.svg").toURL();
            var connection = (HttpURLConnection) address.openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
