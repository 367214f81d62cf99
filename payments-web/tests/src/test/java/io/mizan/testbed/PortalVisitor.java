package io.mizan.testbed;

import static java.util.stream.Collectors.joining;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody in the portal, without a browser: keeps the cookies, and sends each form with its page's token. */
public final class PortalVisitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"([^\"]*csrf[^\"]*)\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final MizanClient server;

    /** In that of server A. */
    public PortalVisitor() {
        this(TestBed.mizan());
    }

    /** From an address of staff that nobody came from before, so that whoever fails to sign in is in nobody's way. */
    public PortalVisitor(MizanClient server) {
        this.server = server.with(Addresses.HEADER, Addresses.next());
    }

    /** The answer to a right password leads on, with 303. */
    public Answer signIn(String name, String password) {
        return send("/admin/login", "/admin/login", Map.of("username", name, "password", password));
    }

    public Answer get(String path) {
        return remembered(asOneself().get(path));
    }

    /**
     * Fills in a form.
     *
     * @param page where it stands
     * @param action where it goes
     */
    public Answer send(String page, String action, Map<String, String> fields) {
        var token = TOKEN.matcher(get(page).expect(200).body());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        var form = new LinkedHashMap<>(fields);
        form.put(token.group(1), token.group(2));
        return remembered(asOneself().send("POST", action, "application/x-www-form-urlencoded", encoded(form)));
    }

    private MizanClient asOneself() {
        return server.with("Cookie", cookies());
    }

    /** By which the server knows them, as they go into the header {@code Cookie}. */
    public String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(joining("; "));
    }

    private Answer remembered(Answer answer) {
        answer.response().headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        return answer;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
