"""Given names common in Britain and Ireland (births of the last ninety years), to tell a person from a body or a place.

Ordinary words that are also given names (May, Will, Mark at the start of a sentence) are safe: a name counts only before
a capitalised surname. Names that are as often places or surnames in council papers (Chester, Lincoln, Grant) are left out.
"""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Aaron Abbie Abdul Abigail Adam Adrian Aidan Aileen Aisha Aisling Alan Alasdair Alastair Albert Alec Alex Alexander Alexandra
    Alfie Alfred Ali Alice Alison Alistair Allan Allen Allison Amanda Amber Amelia Amir Amy Ana Andrea Andrew Andy Angela Angus
    Anil Anita Ann Anna Anne Annette Anthony Antoinette Antonia Antony Anwar Aoife Archie Arthur Asad Ashley Audrey Ava Barbara
    Barry Beatrice Becky Ben Benjamin Bernadette Bernard Beryl Beth Bethany Betty Bev Beverley Bill Billy Bob Bobby Brenda Brendan
    Brian Bridget Bronwen Bruce Bryan Caitlin Callum Calum Cameron Carl Carla Carmel Carol Carole Caroline Carolyn Cathal
    Catherine Cathy Catriona Caz Cecil Charles Charlie Charlotte Cheryl Chloe Chris Christian Christina Christine Christopher
    Ciara Ciaran Claire Clare Clive Colette Colin Colleen Colm Connor Conor Craig Cynthia Daisy Damian Damien Dan Daniel Danielle
    Danny Daphne Darragh Darren Dave David Dawn Dean Debbie Deborah Debra Debs Declan Deirdre Denis Denise Dennis Derek Dermot
    Derrick Desmond Diana Diane Dilip Dominic Don Donal Donald Donna Doreen Doris Dorothy Douglas Duncan Dylan Eamon Eddie Edel
    Edith Edward Edwin Eileen Eilidh Eimear Elaine Eleanor Eliza Elizabeth Ella Ellen Ellie Emily Emma Eoin Eric Erica Erin Ernest
    Esther Ethan Ethel Eugene Eunice Eva Eve Evelyn Evie Ewan Faisal Faith Farah Fatima Felicity Fergus Fiona Fionnuala Florence
    Fran Frances Francis Frank Fred Freda Frederick Freya Gail Gareth Gary Gavin Gemma Geoff Geoffrey George Georgia Georgina
    Gerald Geraldine Gerard Gerry Gertrude Giles Gillian Gina Gladys Glenn Glenys Gloria Glyn Gordon Grace Graham Greg Gregory
    Greta Gwen Gwyn Hannah Harold Harriet Harry Hasan Hassan Hazel Heather Helen Helena Henry Hilary Hilda Hollie Holly Howard
    Hugh Hugo Hussain Huw Iain Ian Ibrahim Imogen Imran Ingrid Irene Iris Isaac Isabel Isabella Isla Ivan Ivor Jack Jackie Jacob
    Jacqueline Jake Jaki James Jamie Jan Jane Janet Janice Jasmine Jason Jaspal Jay Jayne Jean Jeff Jeffrey Jennifer Jenny Jeremy
    Jess Jessica Jill Jim Jo Joan Joanna Joanne Jodie Joe John Johnny Jon Jonathan Jools Jordan Joseph Josephine Josh Joshua Joy
    Joyce Judith Judy Julia Julian Julie Juliet June Justin Karen Karl Kate Katherine Kathleen Kathryn Kathy Katie Katy Kay Keith
    Kelly Ken Kenneth Kenny Kerry Kevin Khalid Kieran Kim Kirsten Kirstie Kirsty Kyle Lana Lara Laura Lauren Laurence Lawrence
    Leanne Lee Leo Leon Leonard Lesley Leslie Lewis Liam Lillian Lily Linda Lindsay Lindsey Lisa Liz Lizzie Lloyd Lorna Lorraine
    Louis Louisa Louise Lucinda Lucy Luke Lydia Lyn Lynda Lynn Lynne Mabel Madeleine Maeve Maggie Mairead Malcolm Mandy Marcus
    Margaret Maria Marian Marianne Marie Marilyn Marion Marjorie Mark Marlene Martha Martin Martina Martyn Mary Matt Matthew Maura
    Maureen Maurice Mavis Max Maxine Megan Mehmet Mel Melanie Melissa Meryl Mia Michael Michele Michelle Mick Mike Millie Miriam
    Mohamed Mohammad Mohammed Moira Molly Mona Monica Morag Moya Muhammad Muriel Nadia Nadine Nancy Naomi Natalie Natasha Nathan
    Neil Niall Niamh Nicholas Nick Nicki Nicky Nicola Nicole Nigel Niki Nikki Nina Noel Nora Noreen Norma Norman Olga Olive Oliver
    Olivia Omar Oonagh Orla Oscar Owen Paddy Padraig Pam Pamela Pat Patricia Patrick Paul Paula Pauline Peggy Penelope Penny Pete
    Peter Phil Philip Philippa Phillip Phyllis Pippa Polly Poppy Priscilla Rachael Rachel Rajesh Ralph Ray Raymond Rebecca Rebekah
    Reginald Rhiannon Rhona Rhys Rich Richard Rita Rob Robert Roberta Robin Rodney Roger Roisin Roland Ron Ronald Ronan Rory Rosa
    Rosalind Rose Rosemary Rosie Ross Rowena Roy Ruairi Ruby Rupert Ruth Ryan Sally Sam Samantha Samuel Sandra Sanjay Sara Sarah
    Seamus Sean Selina Shane Shannon Sharon Shaun Sheena Sheila Shelagh Shirley Shona Sian Sid Sidney Simon Sinead Siobhan Sophia
    Sophie Stanley Stefan Stella Steph Stephanie Stephen Steve Steven Stewart Stuart Sue Sunil Susan Susannah Susanne Suzanne
    Sylvia Tamsin Tania Tanya Tara Tariq Ted Terence Teresa Terry Tess Thelma Theresa Thomas Tim Timothy Tina Toby Tom Tommy Toni
    Tony Tracey Tracy Trevor Trish Una Ursula Valerie Vanessa Vera Verity Vernon Veronica Vicki Vicky Victor Victoria Vincent
    Violet Viv Vivian Vivien Vivienne Walter Wanda Wayne Wendy Wilfred William Wilma Winifred Yasmin Yusuf Yvonne Zara Zoe
    Caitriona Caitríona Ciarán Gearóid Pádraig Séamus Siobhán Sinéad Tadhg Angharad Bethan Carys Dafydd Eirlys Hywel Iwan
    Llinos Rhian Rhodri Hamish Mairi Lyndon
    Adrienne Cathie
    Adele Adnan Afzal Agnes Ahmed Aine Akhtar Alana Aled Alun Alwyn Amina Amit Amjad Amrit Aneurin Anjali Ann-Marie Anne-Marie
    Anwen Arjun Arwel Arwyn Asha Asif Ayesha Azhar Balbir Baljit Barney Bashir Bernie Bilal Breda Brid Bryn Bríd Caoimhe Cara
    Carmen Carron Catrin Ceri Cerys Chantelle Charan Cian Cillian Cliona Clíona Colum Cormac Cristina Dai Daljeet Daljit Danuta
    Davina Deepak Delyth Des Dewi Diarmuid Dilwyn Dilys Dinesh Donnie Dympna Eamonn Eifion Eilis Eira Elen Eleri Elfed Elin Elspeth
    Eluned Elwyn Emer Emlyn Emrys Enda Eoghan Ewen Fearghal Ffion Finbarr Finlay Finola Fionntán Fraser Gaynor Gerwyn Gethin Glenda
    Gopal Grainne Gregor Gráinne Gurdip Gurpreet Gwenda Gwenllian Gwilym Gwynfor Gwynne Hardeep Hari Haroon Harpreet Heulwen Idris
    Ieuan Ifan Ifor Imelda Innes Iona Ishaq Ishbel Ismail Isobel Ita Jagdish Jarlath Jasvir Jaswinder Javed Kamal Kamran Karim
    Kashif Kavita Kenna Khadija Kirstin Kuldip Kulwinder Lachlan Lakshmi Leena Llew Llyr Lorne Lowri Luned Mairéad Majella Manjit
    Manoj Marged Mari Maryam Mathew Meera Mehboob Meirion Menna Merfyn Meurig Mhairi Mohan Mohinder Mohsin Morven Murdo Murtagh
    Myfanwy Máire Nasir Nasreen Naveed Neelam Nerys Nia Nisha Nuala Oisín Owain Padraic Parveen Phelim Phyl Poonam Prakash
    Priti Priya Pádraic Rafiq Raj Rajinder Ravi Rehana Renuka Rhydwyn Riaz Ruaridh Rukhsana Róisín Saeed Saima Saira Sajid Salma
    Sameer Sandeep Sangita Sarita Satnam Seamas Senga Seonaid Seosamh Seán Shabana Shabir Shahid Shamim Shanaz Sheikh Shreya
    Sioned Siân Struan Sunita Surinder Tahir Talfan Taru Tegwen Tomos Tomás Torquil Usha Usman Vijay Vikram Waheed Wahid Wasim Wyn
    Yusra Zafar Zahid Zainab Zoë Áine Éamon Órla
    """.split()
)
