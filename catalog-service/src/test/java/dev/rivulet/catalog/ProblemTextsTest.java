package dev.rivulet.catalog;

import dev.rivulet.kit.testing.ProblemTextsContract;

class ProblemTextsTest extends ProblemTextsContract {}
