package org.threshold.launch.web;

/** One link of the main navigation. */
public record NavigationItem(String label, String href, boolean current) {
}
