"""Given names common in Britain and Ireland (births of the last ninety years), to tell a person from a body or a place.

Ordinary words that are also given names (May, Will, Mark at the start of a sentence) are safe: a name counts only before
a capitalised surname. Names that are as often places or surnames in council papers (Chester, Lincoln, Grant) are left out.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Aaron Abbie Abdul Abigail Adam Adrian Aidan Aileen Aisha Aisling Alan Alasdair Alastair Albert Alec Alex Alexander Alexandra Alfie Alfred Ali Alice Alison Alistair Allan Allen Allison Amanda Amber
    Amelia Amir Amy Ana Andrea Andrew Andy Angela Angus Anil Anita Ann Anna Anne Annette Anthony Antoinette Antony Anwar Aoife Archie Arthur Asad Ashley Audrey Ava Barbara Barry Beatrice Becky Ben Benjamin
    Bernadette Bernard Beryl Beth Bethany Betty Beverley Bill Billy Bob Bobby Brenda Brendan Brian Bridget Bronwen Bruce Bryan Caitlin Callum Calum Cameron Carl Carla Carmel Carol Carole Caroline Carolyn Catherine
    Cathal Catriona Cathy Cecil Charles Charlie Charlotte Cheryl Chloe Chris Christian Christina Christine Christopher Ciara Ciaran Claire Clare Clive Colette Colin Colm Conor Connor Craig Cynthia Daisy Damian Damien Dan
    Daniel Danielle Danny Daphne Darragh Darren Dave David Dawn Dean Debbie Deborah Debra Declan Deirdre Denis Denise Dennis Derek Dermot Derrick Desmond Diana Diane Dilip Dominic Don Donal Donald Donna Doreen Doris
    Dorothy Douglas Duncan Dylan Eamon Edel Eddie Edith Edward Edwin Eileen Eilidh Eimear Elaine Eleanor Eliza Elizabeth Ella Ellen Ellie Emily Emma Eoin Eric Erica Erin Ernest Esther Ethan Ethel Eugene Eunice Eva Eve Evelyn
    Evie Ewan Faisal Faith Farah Fatima Felicity Fergus Fiona Fionnuala Florence Frances Francis Frank Fred Freda Frederick Freya Gail Gareth Gary Gavin Gemma Geoff Geoffrey George Georgia Georgina Gerald Geraldine
    Gerard Gerry Gertrude Gillian Gina Giles Gladys Glenn Glenys Gloria Glyn Gordon Grace Graham Greg Gregory Greta Gwen Gwyn Hannah Harold Harriet Harry Hasan Hassan Hazel Heather Helen Helena Henry Hilary Hilda Holly Howard
    Hugh Hugo Hussain Huw Iain Ian Ibrahim Imogen Imran Ingrid Irene Iris Isaac Isabel Isabella Isla Ivan Ivor Jack Jackie Jacob Jacqueline Jake James Jamie Jan Jane Janet Janice Jason Jasmine Jay Jayne Jean Jeff Jeffrey
    Jennifer Jenny Jeremy Jess Jessica Jill Jim Jo Joan Joanna Joanne Jodie Joe John Johnny Jon Jonathan Jordan Joseph Josephine Josh Joshua Joy Joyce Judith Judy Julia Julian Julie Juliet June Justin Karen Karl Kate Katherine
    Kathleen Kathryn Kathy Katie Katy Kay Keith Kelly Ken Kenneth Kenny Kerry Kevin Khalid Kieran Kim Kirsten Kirsty Kyle Lara Laura Lauren Laurence Lawrence Leanne Lee Leo Leon Leonard Leslie Lesley Lewis Liam Lillian Lily Linda
    Lindsay Lindsey Lisa Liz Lloyd Lorna Lorraine Louis Louisa Louise Lucinda Lucy Luke Lydia Lyn Lynda Lynn Lynne Mabel Madeleine Maeve Mairead Malcolm Mandy Marcus Margaret Maria Marian Marie Marilyn Marion Marjorie Mark Marlene
    Martha Martin Martina Martyn Mary Matt Matthew Maura Maureen Maurice Mavis Max Maxine Megan Mehmet Melanie Melissa Meryl Mia Michael Michele Michelle Mick Mike Millie Miriam Mohamed Mohammad Mohammed Moira Molly Mona Monica Morag
    Moya Muhammad Muriel Nadia Nancy Naomi Natalie Natasha Nathan Neil Niall Niamh Nicholas Nick Nicky Nicola Nicole Nigel Nikki Nina Noel Nora Noreen Norma Norman Olga Olive Oliver Olivia Omar Oonagh Orla Oscar Owen Paddy Padraig
    Pam Pamela Pat Patricia Patrick Paul Paula Pauline Peggy Penelope Penny Peter Phil Philip Philippa Phillip Phyllis Pippa Polly Poppy Priscilla Rachael Rachel Rajesh Ralph Ray Raymond Rebecca Rebekah Reginald Rhiannon Rhona Rhys Richard Rita Rob Robert
    Roberta Robin Rodney Roger Roisin Roland Ron Ronald Ronan Rory Rosalind Rose Rosemary Rosie Ross Rowena Roy Ruby Rupert Ruth Ryan Sally Sam Samantha Samuel Sandra Sanjay Sara Sarah Sean Selina Shane Shannon Sharon Sheila Shelagh Shirley Shona Sian Sid Sidney Siobhan Simon
    Sinead Sophia Sophie Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Susan Susanne Susannah Suzanne Sylvia Tamsin Tania Tanya Tara Tariq Ted Teresa Terence Terry Thelma Theresa Thomas Tim Timothy Tina Toby Tom Tommy Tony Tracey Tracy Trevor Trish Una Ursula
    Antonia Bev Caz Colleen Debs Fran Hollie Jaki Jaspal Jools Kirstie Lana Lizzie Maggie Marianne Mel Nadine Nicki Niki Pete Rich Rosa Ruairi Seamus Shaun Sheena Steph Stefan Tess Toni Wilma
    Valerie Vanessa Vera Verity Vernon Veronica Vicki Vicky Victor Victoria Vincent Violet Viv Vivian Vivien Vivienne Walter Wanda Wayne Wendy Wilfred William Winifred Yasmin Yusuf Yvonne Zara Zoe
    """.split()
)
