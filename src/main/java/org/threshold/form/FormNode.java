package org.threshold.form;

import java.util.List;

/** One part of a form's page, ready for the template: every name, id, link between them and wording is decided. */
public final class FormNode {

    /** @param id of the control */
    public record Choice(String id, String value, String label, boolean chosen) {
    }

    /** One box of a date. */
    public record Part(String id, String name, String label, String value, int width, boolean wrong) {
    }

    /** A row of a repeating list. */
    public record Row(String id, String title, String remove, List<FormNode> nodes) {
    }

    String type;
    String name;
    String id;
    String label;
    String hint;
    String value = "";
    String error;
    String describedBy;
    String hideWhen;
    String prefix;
    String suffix;
    String html;
    String autocomplete;
    String inputMode;
    String widthClass = "";
    String add;
    String fillLabel;
    int lines = 5;
    boolean hidden;
    boolean required;
    boolean inline;
    boolean conditionalQuestion;
    List<Choice> choices = List.of();
    List<Part> parts = List.of();
    List<FormNode> nodes = List.of();
    List<Row> rows = List.of();
    List<String> heads = List.of();
    List<List<String>> cells = List.of();

    FormNode(String type) {
        this.type = type;
    }

    /** Which fragment of the template draws it. */
    public String getType() {
        return type;
    }

    public String getName() {
        return name;
    }

    public String getId() {
        return id;
    }

    public String getLabel() {
        return label;
    }

    public String getHint() {
        return hint;
    }

    public String getValue() {
        return value;
    }

    public String getError() {
        return error;
    }

    public boolean isWrong() {
        return error != null;
    }

    /** Ids of hint and error, or null. */
    public String getDescribedBy() {
        return describedBy;
    }

    /** The condition as JSON for the script, or null when the part always shows. */
    public String getHideWhen() {
        return hideWhen;
    }

    /** Hidden with the answers so far. */
    public boolean isHidden() {
        return hidden;
    }

    public boolean isRequired() {
        return required;
    }

    /** Whether the label says '(optional)'. */
    public boolean isOptional() {
        return !required && !type.equals("checkbox") && !type.equals("answer");
    }

    /** Whether the page tells the server that it showed this question. */
    public boolean isConditionalQuestion() {
        return conditionalQuestion;
    }

    public String getPrefix() {
        return prefix;
    }

    public String getSuffix() {
        return suffix;
    }

    public String getHtml() {
        return html;
    }

    public String getAutocomplete() {
        return autocomplete;
    }

    public String getInputMode() {
        return inputMode;
    }

    public String getWidthClass() {
        return widthClass;
    }

    public int getLines() {
        return lines;
    }

    public boolean isInline() {
        return inline;
    }

    public List<Choice> getChoices() {
        return choices;
    }

    public List<Part> getParts() {
        return parts;
    }

    public List<FormNode> getNodes() {
        return nodes;
    }

    public List<Row> getRows() {
        return rows;
    }

    /** The value of the button that adds a row, or null when rows cannot be added. */
    public String getAdd() {
        return add;
    }

    /** The words on the button that adds rows for the choice made, or null when this is an ordinary question. */
    public String getFillLabel() {
        return fillLabel;
    }

    public List<String> getHeads() {
        return heads;
    }

    public List<List<String>> getCells() {
        return cells;
    }
}
