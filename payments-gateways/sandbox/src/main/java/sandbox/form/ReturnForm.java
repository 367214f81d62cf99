package sandbox.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import sandbox.page.CustomerPages;
import sandbox.page.Language;

/**
 * The last page of a provider that sends its customers back by a form: it posts itself where a browser runs scripts, and
 * has a button for all others.
 */
@ApplicationScoped
public class ReturnForm {
    private static final Logger LOG = Logger.getLogger(ReturnForm.class.getName());

    @Inject
    CustomerPages pages;

    /** Takes the customer back with these fields. */
    public Response to(String address, FormFields fields, Language language) {
        return pages.page(200, "return-form", language, Map.of("address", address, "fields", fields.byName()));
    }

    /** Keeps the customer waiting, and shows the same page again after that time. */
    public Response waiting(Duration time, Language language) {
        return Response.fromResponse(pages.page(200, "return-late", language, Map.of()))
                .header("Refresh", String.valueOf(Math.max(1, time.toSeconds())))
                .build();
    }

    /** Shows no way back: the customer must believe that nothing more happens. */
    public Response nowhere(Language language) {
        return pages.page(200, "return-never", language, Map.of());
    }

    /** Posts the fields as a browser would, once before the browser does: as if somebody had loaded the page twice. */
    public void postBeforehand(String address, FormFields fields) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED)
                .POST(HttpRequest.BodyPublishers.ofString(fields.encoded()))
                .build();
        try {
            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.log(Level.INFO, "event=return.twice.failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
