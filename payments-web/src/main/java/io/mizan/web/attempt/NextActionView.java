package io.mizan.web.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mizan.checkout.NextAction;
import java.net.URI;
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
            return new NextActionView("redirect", redirect.method(), redirect.url(), redirect.fields(), null);
        }
        if (action instanceof NextAction.Wait wait) {
            return new NextActionView("wait", null, null, null, wait.pollAfter().toMillis());
        }
        return new NextActionView("none", null, null, null, null);
    }
}
