/** What the README promises, tried on the running stack. */
package dev.rivulet.story;
