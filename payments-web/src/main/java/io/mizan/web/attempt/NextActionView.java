package io.mizan.web.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mizan.checkout.NextAction;
import io.mizan.gateway.Redirect;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a checkout page does now: {@code redirect} (send the browser to {@code url} by {@code method}, with
 * {@code fields} as a form), {@code wait} (ask again after so many milliseconds) or {@code none}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NextActionView(String type, String method, URI url, Map<String, String> fields, Long pollAfterMs) {
    public static NextActionView of(NextAction action) {
        if (action instanceof NextAction.Go go) {
            var redirect = go.redirect();
            return new NextActionView("redirect", redirect.method(), redirect.url(), fields(redirect), null);
        }
        if (action instanceof NextAction.Wait wait) {
            return new NextActionView("wait", null, null, null, wait.pollAfter().toMillis());
        }
        return new NextActionView("none", null, null, null, null);
    }

    /** In the order in which they must be posted. */
    private static Map<String, String> fields(Redirect redirect) {
        var fields = new LinkedHashMap<String, String>();
        redirect.fields().forEach(field -> fields.put(field.name(), field.value()));
        return fields;
    }
}
