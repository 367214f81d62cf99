package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Decline;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayName;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;

/** Explanations in plain words, in English or Arabic. */
public final class ExplanationTexts {
    private final ResourceBundle texts;
    private final Function<GatewayName, String> gatewayNames;

    /**
     * @param locale {@code ar} and its regions give Arabic, everything else English
     * @param gatewayNames what people call a gateway
     */
    public ExplanationTexts(Locale locale, Function<GatewayName, String> gatewayNames) {
        var language = locale.getLanguage().equals("ar") ? Locale.forLanguageTag("ar") : Locale.ENGLISH;
        this.texts = ResourceBundle.getBundle(
                "io.mizan.explanation.explanation",
                language,
                ExplanationTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.gatewayNames = gatewayNames;
    }

    public String says(Says says) {
        return texts.getString("says." + says.code());
    }

    /** @param question {@code reached}, {@code approved}, {@code called_back}, {@code fulfilled} or {@code next} */
    public String question(String question) {
        return texts.getString("question." + question);
    }

    /** The one sentence behind an answer. */
    public String sentence(Answer<?> answer) {
        return filled(answer.ground().code(), answer.attempt());
    }

    public String actor(Actor actor) {
        return texts.getString("actor." + actor.code());
    }

    /** What should happen next, in a few words. */
    public String title(Advice advice) {
        return next(advice, "title");
    }

    /** The same in a sentence or two. */
    public String what(Advice advice) {
        return next(advice, "do");
    }

    public String otherwise(Advice advice) {
        return next(advice, "otherwise");
    }

    /** What not to do. */
    public String avoid(Advice advice) {
        return next(advice, "avoid");
    }

    /** Why a try was declined, as part of a sentence. */
    public String reason(FailureCategory category) {
        return texts.getString("reason." + category.code());
    }

    private String next(Advice advice, String part) {
        return filled("next." + advice.situation().code() + "." + part, advice.attempt());
    }

    private String filled(String key, Optional<AttemptSnapshot> attempt) {
        var gateway = attempt.map(AttemptSnapshot::gateway).map(gatewayNames).orElseGet(() -> actor(Actor.GATEWAY));
        var reason = attempt.flatMap(AttemptSnapshot::lastDecline)
                .map(Decline::category)
                .map(this::reason)
                .orElseGet(() -> texts.getString("reason.none"));
        return MessageFormat.format(texts.getString(key), gateway, reason);
    }
}
