package io.mizan.web.arrival;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

/** Plain pages for customers who cannot go on to the shop, so that nobody is left before an error of a machine. */
enum CalmPage {
    /** No such attempt, or the token is not its own. */
    UNKNOWN(HttpServletResponse.SC_NOT_FOUND),
    /** Everything is well, but the shop's address may not be used any more. */
    NOTED(HttpServletResponse.SC_OK),
    /** A fault of ours; whatever was paid is safe. */
    NOT_NOW(HttpServletResponse.SC_SERVICE_UNAVAILABLE);

    private static final String BUNDLE = "io.mizan.web.arrival.pages";
    private static final String ARABIC = "ar";

    /** Everything in it is a text of ours. */
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%1$s" dir="%2$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%3$s</title>
            <link rel="stylesheet" href="/page/calm.css">
            </head>
            <body><main><h1>%3$s</h1><p>%4$s</p></main></body>
            </html>
            """;

    private final int status;

    CalmPage(int status) {
        this.status = status;
    }

    void send(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        boolean arabic = ARABIC.equals(request.getLocale().getLanguage());
        answer.setStatus(status);
        answer.setContentType("text/html;charset=UTF-8");
        answer.setHeader("Vary", "Accept-Language");
        answer.getOutputStream().write(html(arabic ? Locale.forLanguageTag(ARABIC) : Locale.ENGLISH));
    }

    byte[] html(Locale locale) {
        var texts = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var key = name().toLowerCase(Locale.ROOT);
        return PAGE.formatted(
                        locale.getLanguage(),
                        ARABIC.equals(locale.getLanguage()) ? "rtl" : "ltr",
                        texts.getString(key + ".title"),
                        texts.getString(key + ".text"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
