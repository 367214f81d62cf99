package sandbox.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sandbox.settings.Settings;

/** Answers customers: with a page in their language, or by sending them on. No browser keeps any of it. */
@ApplicationScoped
public class CustomerPages {
    @Inject
    Pages pages;

    @Inject
    Settings settings;

    /** Why nothing can be paid at an address. */
    public enum End {
        COMPLETE(200),
        EXPIRED(410),
        UNKNOWN(404);

        private final int status;

        End(int status) {
            this.status = status;
        }
    }

    /** @param model what the template calls by name; the merchant and the other language it always has */
    public Response page(int status, String template, Language language, Map<String, Object> model) {
        var complete = new HashMap<>(model);
        complete.put("merchant", settings.merchantName());
        complete.put("other", language.other());
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .entity(pages.render(template, language, complete))
                .build();
    }

    /** @param onward where the customer may go */
    public Response finished(End end, Optional<String> onward, Language language) {
        var model = new HashMap<String, Object>();
        model.put("kind", end.name().toLowerCase(Locale.ROOT));
        model.put("onward", onward.orElse(null));
        return page(end.status, "finished", language, model);
    }

    /** Nothing was ever to be paid at that address. */
    public Response unknown(Language language) {
        return finished(End.UNKNOWN, Optional.empty(), language);
    }

    /** To that address as it stands: braces and all, as the merchant wrote it. */
    public static Response to(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
