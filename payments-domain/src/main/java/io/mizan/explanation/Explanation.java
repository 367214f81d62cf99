package io.mizan.explanation;

/**
 * The five answers and the amount of one order. Pure: equal dossiers give equal explanations.
 *
 * @param reached did the customer reach the gateway
 * @param approved did the bank approve
 * @param calledBack did the callback reach us
 * @param fulfilled was the order fulfilled
 * @param next what should happen next
 */
public record Explanation(
        Answer<Ground.Reached> reached,
        Answer<Ground.Approved> approved,
        Answer<Ground.CalledBack> calledBack,
        Answer<Ground.Fulfilled> fulfilled,
        Advice next,
        AmountExplained amount) {

    public static Explanation of(Dossier dossier) {
        var picture = new Picture(dossier);
        var answers = new Answers(picture);
        return new Explanation(
                answers.reached(),
                answers.approved(),
                answers.calledBack(),
                answers.fulfilled(),
                Advice.of(picture),
                AmountExplained.of(dossier));
    }
}
